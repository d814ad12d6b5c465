var bkgis=(()=>{var Dt=Object.defineProperty;var ps=Object.getOwnPropertyDescriptor;var gs=Object.getOwnPropertyNames;var ws=Object.prototype.hasOwnProperty;var bs=(s,t)=>{for(var e in t)Dt(s,e,{get:t[e],enumerable:!0})},ys=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of gs(t))!ws.call(s,o)&&
o!==e&&Dt(s,o,{get:()=>t[o],enumerable:!(n=ps(t,o))||n.enumerable});return s};var xs=s=>ys(Dt({},"__esModule",{value:!0}),s);var $n={};bs($n,{DEGREE:()=>N,Live:()=>G,View:()=>at,button:()=>P,el:()=>u,formatNumber:()=>E,learn:()=>Lt,located:()=>Vt,memo:()=>T,missingUnits:()=>U,refill:()=>R,
ringsOf:()=>q,rounded:()=>Y,saveFile:()=>gt,say:()=>f,shortUnits:()=>Mt,start:()=>Sn,summarise:()=>H,unitName:()=>D,unitNames:()=>Tt});var G=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let i=n(o);t.getAttribute(e)!==i&&ue(t,e,i)}),t}};function ue(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))typeof i==
"function"?n.addEventListener(o,i):ue(n,o,i);return n.append(...e.flat().filter(o=>o!=null)),n}var P=(s,t,e,n={})=>u("button",{type:"button",class:"bk-button","\
data-key":s,click:e,...n},t),ks="http://www.w3.org/2000/svg";function $(s,t,...e){let n=document.createElementNS(ks,s);for(let[o,i]of Object.entries(t))n.setAttribute(
o,i);return n.append(...e),n}function R(s,...t){let e=s.contains(document.activeElement)?document.activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.
replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll("[data-key]")].find(i=>i.dataset.key===e);o||(s.tabIndex=-1),(o||
s).focus({preventScroll:!0})}}function lt(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(
e),clearTimeout(t)}}function X(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function T(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var de={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:5.8,open:6,step:.3,halves:8,crowd:300},status:{
at:2.3,width:1.2,dash:[3,2.4],tick:5},name:{beside:4,above:3,corner:3,further:14,steps:13,ways:16,leader:8,joints:32,line:1.5,all_up_to:60},area:{spots:12,around:3,
vertices:100,width:2,clear:8,most_marked:30},hatch:{step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD\
2","#ECECEC"]};var{disc:A,name:_,area:j,hatch:F,status:C}=de;function tt(s,t,e){let n=0;return s.map((o,i)=>(n+=o*t[i],e*Math.sqrt(n)))}var N=1e5;function me(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let i=0,r=0,a;do a=s.charCodeAt(n++)-63,i|=(a&31)<<r,r+=5;while(a>=32);e[o]+=i&1?~(i>>
1):i>>1,t.push(e[o])}return t}var V=s=>s<0?~s:s;function Ss(s,t){let e=[];for(let n of t){let o=s[V(n)],i=o.length-2;for(let r=e.length?2:0;r<=i;r+=2){let a=n<0?
i-r:r;e.push([o[a+1]/N,o[a]/N])}}return e}var fe=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function yt(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[V(c)]+=1;let o=c=>c<0?fe(s[~c],s[~c].length-2):fe(s[c],0),i=c=>o(~c),r=new Map;for(let c of n){if(e[V(c)]!==1)continue;let l=o(c);r.has(l)||r.set(l,[]),r.get(
l).push(c)}let a=[];for(let c of r.values())for(;c.length;){let l=[c.pop()];for(let h=r.get(i(l[0]));h&&h.length;h=r.get(i(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function xt(s,[t,e]){let n=!1;for(let o of s)for(let i=0,r=o.length-1;i<o.length;r=i++){let[a,c]=[o[i],o[r]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var q=T(({outline:s},{arcs:t})=>s.map(e=>Ss(t,e))),Z=T(({outline:s},{arcs:t})=>Ft(s.flat().map(e=>t[V(e)])));function Ft(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let i of s)for(let r=0;r<i.length;r+=2)i[r]<e&&(e=i[r]),i[r]>o&&(o=i[r]),i[r+1]<t&&(t=i[r+1]),i[r+1]>n&&(n=i[r+1]);return[[t/N,e/N],
[n/N,o/N]]}function kt(s,t,e=null){let n=s.map(()=>[]);t.rings.forEach((i,r)=>{for(let a of i.flat())n[V(a)].push(r)});let o={commune:[],district:[],subregion:[],
outline:[]};return n.forEach((i,r)=>{let[a,c]=i,l=h=>h[a]!==h[c];i.length<2?o.outline.push(r):l(t.subregion)?o.subregion.push(r):l(t.district)?o.district.push(r):
(!e||l(e))&&o.commune.push(r)}),o}function ge(s){let{communes:t,districts:e,clusters:n}=s,o=(a,c)=>t.rings.filter((l,h)=>a[h]===c),i=(a,c)=>Object.freeze(qt(a,"outline",()=>yt(r.arcs,c()))),r={...s,
bounds:Ft(s.inset?[t.bounds,s.inset.box]:[t.bounds]),communes:t.code.map((a,c)=>Object.freeze({code:a,name:t.name[c],unit:t.unit[c],district:t.district[c]??null,
subregion:t.subregion[c]??null,outline:t.rings[c]})),subregions:s.subregions.map((a,c)=>i({...a},()=>o(t.subregion,c))),districts:e.code.map((a,c)=>i({code:a,name:e.
name[c],subregion:e.subregion[c]??null},()=>o(t.district,c))),clusters:n.id.map((a,c)=>Object.freeze({id:a,name:n.name[c],printed:n.printed[c],...Vt(n,c),became:n.
became[c],changed:n.changed[c],note:n.note[c],status:n.became[c]?.status??"unknown",ha:n.ha.map(l=>l[c])}))};return qt(r,"arcs",()=>t.arcs.map(a=>me(a))),qt(r,"\
borders",()=>kt(r.arcs,t)),r.hasStatuses=r.clusters.some(({became:a})=>a),r.tinted=r.subregions.length?r.subregions:[i({tint:s.tint},()=>t.rings)],r.units={commune:r.
communes,district:r.districts,subregion:r.subregions}[r.level],Object.freeze(r)}function qt(s,t,e){let n;return Object.defineProperty(s,t,{enumerable:!0,get:()=>n??=
e()})}var Vt=({location:s,district:t,subregion:e,units:n,communes:o,methods:i,method:r,x:a,y:c},l)=>({location:s[l],district:t[l]??null,subregion:e[l]??null,units:n[l],
communes:o[l],method:i[r[l]],latlng:a[l]===null?null:[c[l]/N,a[l]/N]}),D=(s,t)=>s.name??s.label[t];function K(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function z(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var Y=s=>Math.round(s*1e6)/1e6;function B(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return Y(e)}function St({district:s,subregion:t}){return s===null&&t===null}function et(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}var Ht=(s,t)=>Object.hasOwn(s,t)?s[t]:void 0,Gt=s=>s.length&&s.every(Boolean)?s.reduce((t,e)=>t.map((n,o)=>Y(
n+e[o]))):null;function vt(s,t,e=[]){let n=t.map((a,c)=>c).filter(a=>t[a]),o=n.at(-1),i=n.length>o?s?.[t.length+o]:null,r=a=>s?.[a]??Gt(e.map(c=>c?.[a]));return i??
Gt(n.map(r))??Gt(e.map(a=>vt(a,t)))}var we=(s,[t,e,n])=>Math.abs(s-t)>1e-6&&!(t-e<s&&s<t+n),pe=T(()=>new Map);function H(s,{by:t,alone:e}){let n=`${t} ${!!e}`,o=pe(
s);return o.has(n)||o.set(n,$s(s,{by:t,alone:e},s.before&&pe(s.before).get(n))),o.get(n)}function $s(s,t,e){let n=z(s,t),o=z(s,{...t,alone:!1}),i=p=>({clusters:0,
hectares:0,there:0,...p,covered:0,of:0,stated:null}),r=p=>(e?e[p]:s[p].map(()=>null)).map(i),[a,c,l]=[r("districts"),r("subregions"),i(e?.whole)],h={commune:()=>r(
"units"),district:()=>a,subregion:()=>c}[s.level](),d=({district:p,subregion:k},M)=>new Set([a[p],c[k],...M.map(S=>h[S]),l]),m=(p,k,M)=>{for(let S of p)S&&(S[k]+=
M)},b=(p,k)=>{let M=B(p,n);if(M>0){let S=d(p,p.units);m(S,"clusters",k),m(S,"hectares",k*M)}B(p,o)>0&&m(new Set(p.units.map(S=>h[S])),"there",k)},w=e?s.before.clusters:
[],[y,g,x]=[0,s.clusters.length,w.length];for(;y<Math.min(g,x)&&w[y]===s.clusters[y];)y+=1;for(;y<Math.min(g,x)&&w[x-1]===s.clusters[g-1];)[g,x]=[g-1,x-1];for(let p of w.
slice(y,x))b(p,-1);for(let p of s.clusters.slice(y,g))b(p,1);s.units.forEach((p,k)=>{let M=s.level==="subregion"?[h[k],l]:d(p,[k]);m(M,"of",1),h[k].there&&m(M,"\
covered",1)});let v=p=>s.districts.filter(p).map(({code:k})=>Ht(s.stated.districts,k));a.forEach((p,k)=>{p.stated=vt(Ht(s.stated.districts,s.districts[k].code),
n)}),c.forEach((p,k)=>{let M=v(({subregion:S})=>S===k);p.stated=vt(Ht(s.stated.subregions,s.subregions[k].id),n,M)}),l.stated=vt(s.stated.province,n,v(()=>!0));
for(let p of new Set([...a,...c,...h,l]))p.hectares=Y(p.hectares);return{districts:a,subregions:c,units:h,whole:l}}function U(s,t){let{units:e}=H(s,{by:t,alone:!1});
return e.flatMap(({covered:n},o)=>n?[]:[o])}var W=s=>s.length>j.most_marked,$t=({rules:s})=>s.some(({clusters:t})=>t===1);function Mt(s,{by:t,clusters:e,hectares:n}){
let{units:o}=H(s,{by:t,alone:!1}),i=r=>r.clusters>=(e??0)&&r.hectares>=(n??0)-1e-6;return o.flatMap((r,a)=>i(r)?[]:[a])}var ht={};function Lt(s){ht={...ht,...s}}function f(s,t,e={}){if(!ht[t])throw new Error(`words.toml has no '${t}' for the page`);return ht[t][s].replace(/\{(\w+)\}/g,
(n,o)=>String(e[o]))}function ut(s,t){return f(s,ht[`placed ${t}`]?`placed ${t}`:"not placed")}function E(s,t){let[e,n]=s==="vi"?[",","."]:[".",","],[o,i=""]=t.
toFixed(2).replace(/\.?0+$/,"").split(".");return o.replace(/\B(?=(\d{3})+$)/g,n)+(i&&e+i)}var be=null;function Zt(s,t){return s==="vi"?t.split("-").reverse().join(
"/"):(be??=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}),be.format(new Date(t)))}var Ms=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;
function dt(s){return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[đðɖ]/g,"d").replace(/[\s-]+/g," ").trim().replace(Ms,"$1$2i")}
function ye(s,t){let e=s==="vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(o).replace(".",","):String(o);let i=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:
o;return/[",;\r\n]/.test(i)?`"${i.replace(/"/g,'""')}"`:i};return`\uFEFF${t.map(o=>o.map(n).join(e)).join(`\r
`)}\r
`}var Ot=["founded","planned","withdrawn","unknown"],xe={"in time":"founded in time",later:"founded later",undated:"founded undated"},ft="#1c2329",Kt="#ffffff";function Ls(s,t){
let e=z(s,{by:t,alone:!1}),n=s.clusters.filter(a=>B(a,e)>0),o=a=>n.filter(a).length,i=a=>o(({status:c,became:l})=>c==="founded"&&a(l.date)),r=`${t}-12-31`;return{
all:n.length,...Object.fromEntries(Ot.map(a=>[a,o(({status:c})=>c===a)])),"in time":i(a=>a&&a<=r),later:i(a=>a>r),undated:i(a=>!a)}}function ke(s,{by:t,lang:e}){
let n=Ls(s,t);if(n.all===n.unknown)return"";let o=Object.keys(xe).filter(a=>n[a]).map(a=>f(e,xe[a],{n:n[a],by:t})),i=n.later||n.undated?` (${o.join(", ")})`:"",
r=Ot.filter(a=>n[a]||a==="founded").map(a=>`${s.statusWords[a][e]} ${n[a]}${a==="founded"?i:""}`);return f(e,"became",{by:t,n:n.all,parts:r.join(", ")})}function ve(s,{
x:t,y:e,r:n},o){if(o==="withdrawn"){let i=(n+C.at)*Math.SQRT1_2,r=(a,c)=>{s.strokeStyle=a,s.lineWidth=c,s.beginPath();for(let l of[1,-1])s.moveTo(t-i,e-l*i),s.lineTo(
t+i,e+l*i);s.stroke()};r(Kt,2.2*C.width),r(ft,1.2*C.width)}else o!=="unknown"&&(s.strokeStyle=ft,s.lineWidth=C.width,s.setLineDash(o==="planned"?C.dash:[]),s.beginPath(),
s.arc(t,e,n+C.at,0,2*Math.PI),s.stroke(),s.setLineDash([]))}function Se(s,t){for(let[e,n]of[[Kt,3*C.width],[ft,C.width]]){s.strokeStyle=e,s.lineWidth=n,s.beginPath();
for(let{x:o,y:i,r}of t){let a=r+C.tick;s.moveTo(o-a,i),s.lineTo(o+a,i),s.moveTo(o,i-a),s.lineTo(o,i+a)}s.stroke()}}function Yt(s,t){let e={stroke:ft,fill:"none",
"stroke-width":C.width};if(s==="withdrawn"){let o=(t+C.at)*Math.SQRT1_2,i=`M${-o} ${-o} L${o} ${o} M${-o} ${o} L${o} ${-o}`;return[$("path",{d:i,stroke:Kt,"stro\
ke-width":2.2*C.width}),$("path",{d:i,...e})]}if(s==="unknown")return[];let n=s==="planned"?{"stroke-dasharray":C.dash.join(" ")}:{};return[$("circle",{r:t+C.at,
...e,...n})]}function Et(s,t=5){let e=t+C.at+C.width;return $("svg",{class:"bk-status-mark",width:2*e,height:2*e,viewBox:`${-e} ${-e} ${2*e} ${2*e}`,"aria-hidde\
n":"true"},$("circle",{r:t,fill:"#8b959d"}),...Yt(s,t))}function $e(s=4){let t=s+C.tick;return $("svg",{class:"bk-status-mark",width:2*t,height:2*t,viewBox:`${-t}\
 ${-t} ${2*t} ${2*t}`,"aria-hidden":"true"},$("path",{d:`M${-t} 0 H${t} M0 ${-t} V${t}`,stroke:ft,"stroke-width":C.width}),$("circle",{r:s,fill:"#8b959d"}))}var Os=60,Me=8,Es=20;function Jt(s,{ha:t,status:e},n,o,i=2.5){let r=tt(t,n,o),a=Math.max(r.at(-1),1)+i,c=r.map((l,h)=>({radius:l,p:h})).filter(({radius:l,p:h})=>l>
(r[h-1]||0));return $("svg",{width:2*a,height:2*a,viewBox:`${-a} ${-a} ${2*a} ${2*a}`,"aria-hidden":"true"},...c.reverse().map(({radius:l,p:h})=>$("circle",{r:l,
fill:s.phases[h].colour})),...Yt(e,a-i))}function st(s,t){let{lang:e}=t,{number:n,date:o,issuer:i}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-deci\
sion"},`${f(e,"decision",{number:n,date:Zt(e,o)})}, ${i[e]}`),s.asOf&&s.amended[e]?u("p",{class:"bk-decision"},s.amended[e]):null]}function Le(s,{speak:t,table:e,
picture:n,print:o}){let i=s==="vi"?"en":"vi";return[P("lang",s==="vi"?"English":"Tiếng Việt",()=>t(i),{lang:i}),P("table",f(s,"data"),e),P("picture",f(s,"pi\
cture"),n),...["A4","A3"].map(r=>P(r.toLowerCase(),`${f(s,"print")} ${r}`,()=>o(r)))]}function Tt(s,t,e){let n=(W(e)?e.slice(0,Me):e).map(o=>D(s.units[o],t)).join(
", ");return W(e)?f(t,"first of",{names:n,n:e.length-Me}):n}function Ts(s,t,e){let n=s.phases.findLast(({end:o})=>o<=e)?.end;return n===e?e:f(t,n?"year up to":"\
year before all",{by:e,until:n})}function Cs(s,t){let{lang:e,by:n}=t,o=s.units.length,i=s.levelWords[e],r=s.rules.map(d=>{let m=Mt(s,d),b=[d.clusters>1?`${d.clusters}\
 ${f(e,"clusters")}`:null,d.hectares===null?null:`${E(e,d.hectares)} ha`].filter(Boolean).join(", "),w=b?f(e,"at least",{least:b}):f(e,"one cluster"),y=m.length?
"rule missed":"rule kept",g={...d,by:Ts(s,e,d.by),of:o,units:i,what:w,n:o-m.length,missing:Tt(s,e,m)};return{by:d.by,ok:!m.length,words:f(e,y,g),missing:m,of:!b}}),
a=U(s,n);if(r.filter(d=>d.of).some(d=>d.by===n||d.ok&&d.by<n&&!a.length))return r;let l=a.length?f(e,$t(s)?"missing":"without",{missing:Tt(s,e,a)}):"",h=f(e,"as\
 of",{by:n,of:o,units:i,n:o-a.length,rest:l});return[...r,{by:n,ok:$t(s)?!a.length:null,words:h,missing:a}]}function Ct(s,t,e=null){let{lang:n}=t,o=ke(s,t);return[
...Cs(s,t).flatMap(({ok:r,words:a,missing:c},l)=>[u("p",{class:r===null?null:r?"bk-yes":"bk-no"},r===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},r?
"✓":"✗"),u("span",{},a)),e&&W(c)?u("details",{class:"bk-without"},u("summary",{"data-key":`without${l}`},f(n,"all without",{n:c.length,units:s.levelWords[n]})),
u("ul",{},c.map(h=>u("li",{},u("button",{type:"button",click:()=>e(h)},D(s.units[h],n)))))):null]),o?u("p",{class:"bk-became"},o):null].filter(Boolean)}function Oe(s,t,e,{
set:n,play:o,tryChanges:i}){let r=s.phases.map((c,l)=>{let h=b=>c.end===b.by,d=u("input",{type:"radio",name:"bk-by",value:c.end,"data-key":`by${c.end}`,change:()=>n(
{by:c.end})});e.follow(b=>{d.checked=h(b)});let m=u("span",{class:"bk-dot",style:`--colour:${c.colour}`});return e.attribute(u("label",{class:"bk-step"},d,e.attribute(
m,"data-on",b=>String(z(s,b)[l])),u("span",{class:"bk-year"},String(c.end)),u("span",{class:"bk-label"},c.label[t])),"data-on",b=>h(b)?"1":null)}),a=u("input",{
type:"checkbox","data-key":"alone",change:c=>n({alone:c.target.checked})});return e.follow(c=>{a.checked=c.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},
f(t,"timeline")),u("div",{class:"bk-track"},r)),u("div",{class:"bk-row"},P("play",e.text(({playing:c})=>c?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"play")}`),o),u("l\
abel",{class:"bk-check"},a,f(t,"one phase")),i?e.attribute(P("try",f(t,"try"),i,{class:"bk-button bk-chosen"}),"aria-pressed",({trying:c})=>String(c)):null),s.vintages.
length?Ps(s,t,e,n):null]}function Ps(s,t,e,n){let o=(i,r)=>{let a=P(`boundaries${r}`,r,()=>n({boundaries:i}));return e.attribute(a,"aria-pressed",({boundaries:c})=>String(
c===i))};return u("fieldset",{class:"bk-vintages"},u("legend",{},f(t,"boundaries shown")),o(null,String(s.ownYear)),s.vintages.map(({year:i})=>o(i,String(i))))}
function As(s,t,e,{name:n,key:o,kind:i,rowOf:r,isOn:a,select:c}){let l=x=>r(H(s,x)),h=x=>x===null?"–":E(t,x),d=({stated:x,hectares:v})=>!s.asOf&&x!==null&&we(
v,x),m=i!==s.level,b=({covered:x,of:v})=>x===v,w=({covered:x,of:v})=>m?`${x}/${v}`:f(t,x?"yes":"no"),y=x=>u("td",{},e.text(v=>x(l(v)))),g=P(o,n,c,{class:null});
return e.attribute(u("tr",{class:`bk-${i}`},u("th",{scope:"row"},e.attribute(g,"aria-pressed",x=>String(a(x)))),y(({clusters:x})=>String(x)),y(({hectares:x})=>h(
x)),e.attribute(y(({stated:x})=>h(x?.[0]??null)),"class",x=>d(l(x))?"bk-differs":null),e.attribute(y(w),"class",x=>$t(s)?b(l(x))?"bk-yes":"bk-no":null)),"data-o\
n",x=>a(x)?"1":null)}function Ee(s,t,e,{select:n}){let o=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:St,select:()=>n({})}],i=l=>s.districts.
forEach(({name:h,subregion:d},m)=>{d===l&&o.push({name:h,key:`d${m}`,kind:"district",rowOf:({districts:b})=>b[m],isOn:b=>b.district===m,select:()=>n({district:m})})});
s.subregions.forEach((l,h)=>{s.subregions.length>1&&o.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],isOn:d=>d.subregion===h,select:()=>n(
{subregion:h})}),i(h)}),i(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>f(t,l?"covered by":"covered",{by:h}),c={covered:e.text(
a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${f(t,"summary")}: ${mt(s,l)}`)),u("thead",
{},u("tr",{},r.map(l=>u("th",{scope:"col"},c[l]||f(t,l))))),u("tbody",{},o.map(l=>As(s,t,e,l))))}function mt(s,t){let e=s.phases.find(({end:n})=>n===t.by);return t.
alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function pt(s,t){let e=z(s,t);return s.clusters.filter(n=>B(n,e)>0&&et(s,t,n))}function J(s,t){
return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:f(t.lang,"whole")}function Te(s,t,{open:e,hover:n}){
let{lang:o}=t,i=z(s,t),r=pt(s,t),a=r.reduce((d,m)=>d+B(m,i),0),c=d=>{let m=s.clusters.indexOf(d);return u("li",{},u("button",{type:"button","data-key":`c${m}`,"\
aria-current":t.cluster===m?"true":null,click:()=>e(m),focus:()=>n(m),blur:()=>n(-1),mouseenter:()=>n(m),mouseleave:()=>n(-1)},u("span",{class:"bk-glyph"},Jt(s,
d,i,1.5)),u("span",{class:"bk-name"},d.name,d.note?"*":null,d.latlng?null:` (${f(o,"not placed")})`,d.became?" ":null,d.became?u("small",{},s.statusWords[d.status][o]):
null),u("span",{class:"bk-ha"},`${E(o,B(d,i))} ha`)))},l=r.length>Os?r.slice(0,Es):r,h=r.length-l.length;return[u("h2",{},`${J(s,t)}: ${r.length} ${f(o,"cluster\
s")}, ${E(o,a)} ha`),u("ul",{class:"bk-list"},l.map(c)),h>0?u("p",{},f(o,s.districts.length?"more":"more without districts",{n:E(o,h)})):null]}function nt(s,t){
let{boundaries:e}=s;return[u("p",{},f(t,"indicative")," ",s.asOf?"":s.amended[t]),u("p",{},e.note[t]," ",f(t,"boundaries date",{date:Zt(t,e.date)}),"."),u("p",{},
`${f(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}var Q=(s,t)=>s.vintages.find(e=>e.year===t)??null,Pt=T((s,t)=>s.name.map((e,n)=>{let o=t.communes.filter((i,r)=>s.of[r]===n);return Object.freeze({name:e,unit:s.
unit[n],note:s.note[n]??null,isSame:o.length===1&&o[0].name===e&&o[0].unit===s.unit[n],outline:yt(t.arcs,o.map(({outline:i})=>i))})})),Ce=T((s,t)=>kt(t.arcs,{rings:t.
communes.map(({outline:e})=>e),district:t.communes.map(({district:e})=>s.districts?e:null),subregion:t.communes.map(({subregion:e})=>e)},s.of));function Qt(s,t,e){
let n=i=>i===null?f(e,"share not known"):`${E(e,i)} %`,o=t.flatMap(i=>s.split[i]?s.split[i].map(([r,a])=>`${r} (${n(a)})`):[`${s.unit[s.of[i]]} ${s.name[s.of[i]]}`]);
return[[...new Set(o)].join("; "),s.province].filter(Boolean).join(", ")}function Xt(s,t,e){return t.length?s.vintages.map(n=>[f(e,"in year",{year:n.year}),Qt(n,
t,e)]):[]}function _s(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:tt([d],[1],e)[0]})),o=n[0].r,[i,r]=[o+1,2*o+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:m})=>{let b=r-2*
m;return c=Math.max(b,c+a),[$("circle",{cx:i,cy:r-m,r:m,fill:"none",stroke:"#1c2329","stroke-width":1.2}),$("path",{d:`M${i} ${b} L${i+o+6} ${c} H${i+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),$("text",{x:i+o+15,y:c+4,fill:"#1c2329"},`${E(t,d)} ha`)]}),h=Math.max(r+2,c+a/2+2);return $("svg",{class:"bk-circles",
width:i+o+70,height:h,"aria-hidden":"true"},...l)}function zs(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return $("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},$("circle",{r:14,fill:e.colour}),$("circle",{r:10,fill:t.colour}))}function Bs(s,{lang:t,by:e}){let n=U(s,e);if(!n.length)return null;let o=f(
t,`${s.level} without`);if(!W(n))return u("p",{class:"bk-missing"},`✗ ${o}`);let i=[-2,-1,0,1,2].map(r=>`M${r*F.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},$("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},$("path",{d:i,stroke:F.colour,"stroke-width":F.
width,fill:"none"})),o)}function Ns(s,{lang:t,boundaries:e}){let n=Q(s,e);if(!n)return null;let o=n.name.filter((i,r)=>n.note[r]);return u("p",{class:"bk-note"},
f(t,"drawn of",{year:n.year,own:s.ownYear}),o.length?` ${f(t,"approximate",{names:o.join(", ")})}`:"")}var Ws=s=>s.clusters.some(({method:t})=>t==="surveyed");function ot(s,t,e){
let{lang:n}=t,o=s.legend.map(i=>`${E(n,i)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(i=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`\
--colour:${i.colour}`}),i.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${o}`},u("span",{},f(n,"size")),_s(s,n,e)),s.phases.length>
1?u("p",{class:"bk-ring"},zs(s),u("span",{},f(n,"ring"))):null,s.hasStatuses?f(n,"statuses"):null,s.hasStatuses?u("ul",{class:"bk-statuses"},Ot.filter(i=>s.clusters.
some(({status:r})=>r===i)).map(i=>u("li",{},Et(i),s.statusWords[i][n]))):null,u("ul",{class:"bk-tints"},s.subregions.map(i=>u("li",{},u("span",{class:"bk-swatch",
style:`--colour:${i.tint}`}),i.label[n]))),Bs(s,t),s.inset?u("p",{class:"bk-note"},s.inset.words[n]):null,Ns(s,t),St(t)?null:u("p",{class:"bk-note"},f(n,"faded",
{name:J(s,t)})),Ws(s)?u("p",{class:"bk-ring"},$e(),u("span",{},f(n,"surveyed"))):null,u("p",{class:"bk-note bk-left-out"},f(n,"some")),u("p",{class:"bk-note"},f(
n,"indicative"))].filter(Boolean)}var _t=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,i=({target:a})=>{e.legendOpen!==a.open&&(e.
legendOpen=a.open,n.drawSoon())};for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let r=()=>{this.page.select({})};this.all=[
L.control.zoom({position:"topleft",zoomInTitle:f(o,"zoom in"),zoomOutTitle:f(o,"zoom out")}),At("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(
o,"view all"),"aria-label":f(o,"view all"),click:r},"⌂")),At("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},f(o,"layers")),
this.layerBox)),At("bottomleft","bk-card bk-legend",u("details",{open:e.legendOpen,toggle:i},u("summary",{},f(o,"legend")),this.legendBox)),At("bottomright","bk\
-north",Rs(f(o,"north"))),L.control.scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){
if(!this.all)return;let{layers:t,state:{lang:e}}=this.page;R(this.layerBox,t.list(e).map(({key:n,label:o,on:i,off:r})=>u("label",{class:"bk-check"},u("input",{type:"\
checkbox",checked:i,disabled:r,"data-key":`layer-${n}`,change:a=>t.toggle(n,a.target.checked)}),o)))}openLegend(){this.page.view.legendOpen=!0,this.all&&this.render()}renderLegend(){
if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...ot(t,e,n.scale()))}};function At(s,t,...e){let n=new L.Control({position:s});
return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function Rs(s){return $("svg",{viewBox:"\
0 0 24 34",width:24,height:34,role:"img","aria-label":s},$("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),$("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"\
#ffffff",stroke:"#1c2329","stroke-width":1}),$("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function Pe(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Is(s){return s.ha.findIndex(t=>t>0)}var Ae=(s,{
became:t},e)=>t?.[e]??s.statusWords.unknown[e];function _e(s,t,e){let n=s.phases.map(()=>1),{district:o,subregion:i}=K(s,t),r=s.phases.map((l,h)=>({phase:l,p:h,
ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("tr",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),
u("td",{},f(e,h===Is(t)?"founding":"expansion")),u("td",{},`${E(e,d)} ha`))),a=(l,h)=>[u("dt",{},f(e,l)),u("dd",{},h)],c=Pe(s,t,e);return u("div",{class:"bk-pop\
up",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"-1"},Jt(s,t,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbo\
dy",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},f(e,"total")),u("td",{},`${E(e,B(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,i?a("sub\
region",i.label[e]):null,s.hasStatuses?a("statuses",Ae(s,t,e)):null,t.became?.source?a("status source",t.became.source):null,t.note?a("noted",t.note[e]):null,t.
changed?a("changed",t.changed[e]):null,a("printed",t.printed),a("location",t.location),a("place",c?`${c} (${ut(e,t.method)})`:ut(e,t.method)),Xt(s,t.communes,e).
flatMap(([l,h])=>[u("dt",{},l),u("dd",{},h)]),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,t.method==="surveyed"?"surveyed":"indicative")))}function ze(s,t,e,n,o=[]){
let{district:i,subregion:r}=K(s,t),a=s.communes.indexOf(t),c=s.clusters.filter(({communes:h})=>h.includes(a)),l=s.phases.map(()=>1);return u("div",{class:"bk-po\
pup"},u("h2",{},`${t.unit} ${t.name}`),u("p",{},[i?.name,r?.label[e]].filter(Boolean).join("; ")),Xt(s,[a],e).map(([h,d])=>u("p",{},`${h}: ${d}`)),c.length?u("u\
l",{class:"bk-here"},c.map(h=>u("li",{},P(null,`${h.name}: ${E(e,B(h,l))} ha`,()=>n(s.clusters.indexOf(h)))))):null,o)}function Be(s,t){let{lang:e}=t,n=z(s,t),o=pt(
s,t),i=o.some(({note:l})=>l),r=new Set(s.tried?.map(({cluster:l})=>l));return{head:[f(e,"annex row"),f(e,"name"),f(e,"printed"),f(e,"location"),...s.districts.length?
[f(e,"district")]:[],...s.subregions.length?[f(e,"subregion")]:[],...s.phases.map(l=>`${l.label[e]} (ha)`),`${f(e,"total")} (ha)`,f(e,"place"),...s.vintages.map(
({year:l})=>f(e,"in year",{year:l})),...s.hasStatuses?[f(e,"statuses")]:[],...i?[f(e,"noted")]:[],...s.tried?[f(e,"trial")]:[]],clusters:o,rowOf:l=>{let{district:h,
subregion:d}=K(s,l),m=l.ha.map((w,y)=>w*n[y]),b=Pe(s,l,e);return[l.id,l.name,l.printed,l.location,...s.districts.length?[h?.name??""]:[],...s.subregions.length?
[d?.label[e]??""]:[],...m,B(l,n),b?`${b}: ${ut(e,l.method)}`:ut(e,l.method),...s.vintages.map(w=>Qt(w,l.communes,e)),...s.hasStatuses?[Ae(s,l,e)]:[],...i?[l.note?.[e]??
""]:[],...s.tried?[f(e,r.has(l.id)?"changed":"as decided")]:[]]}}}var Us=500,zt=30;function Ne(s,t){let{lang:e}=t,{head:n,clusters:o,rowOf:i}=Be(s,t),r=o.length,
a=r>Us,c=g=>u("td",{class:typeof g=="number"?"bk-number":null},typeof g=="number"?g?E(e,g):"–":g),l=(g,x)=>o.slice(g,x).map((v,p)=>u("tr",{"aria-rowindex":a?g+
p+2:null},i(v).map(c))),h=n.map(g=>u("th",{scope:"col"},g)),d=u("tbody",{},l(0,a?zt:r)),m=u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"\
bk-table-title"},u("table",{class:a?"bk-most":null,"aria-rowcount":a?r+1:null},u("thead",{},u("tr",{"aria-rowindex":a?1:null},h)),d));if(te(e,"data",[P(null,f(e,
"download"),()=>js(s,t))],u("p",{},f(e,a?"all rows":"copied",{n:E(e,r)})),m),!a)return;let b=d.offsetHeight/zt,w=g=>u("tr",{"aria-hidden":"true",style:`height:${g*
b}px`}),y=()=>{let g=Math.max(0,Math.floor(m.scrollTop/b)-zt),x=Math.min(r,g+Math.ceil(m.clientHeight/b)+2*zt);for(let v of h)v.style.minWidth=`${v.offsetWidth}\
px`;d.replaceChildren(w(g),...l(g,x),w(r-x))};y(),m.addEventListener("scroll",()=>requestAnimationFrame(y))}function te(s,t,e,...n){let o=u("dialog",{class:"bk-\
table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-table-title"},f(s,t)),e,P(null,f(s,"closed"),()=>o.close())),n);o.addEventListener("clos\
e",()=>o.remove()),document.body.append(o),o.showModal()}function js(s,t){let{head:e,clusters:n,rowOf:o}=Be(s,t),i=ye(t.lang,[e,...n.map(o)]);gt(new Blob([i],{type:"\
text/csv;charset=utf-8"}),`ccn-${t.by}${s.tried?"-trial":""}.csv`)}function gt(s,t){let e=u("a",{href:URL.createObjectURL(s),download:t});e.click(),setTimeout(()=>URL.
revokeObjectURL(e.href),1e4)}var it=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null,this.sharp=null},paint(s){
this.print=s,this._update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this.
_container.getContext("2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},
_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.sharp||(this.print?this.print.
ratio:window.devicePixelRatio||1);L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(
t*s.y),this._container.style.width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,
ratio:e}=this;if(!t||!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.
height),t.setTransform(e,0,0,e,-n.x*e,-n.y*e),!0}});var rt=2**20,Ds=.3,Re=it.extend({options:{pane:"bkGround"},initialize(s,t){it.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.vintage=null,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.paths=new Map},local(s){let t=new Float64Array(
s.length),e=256/360*rt;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/N*Math.PI/180);t[n]=(s[n]/N+180)*e-this.base.x*rt,t[n+1]=(.5-Math.log((1+o)/(1-o))/(4*
Math.PI))*256*rt-this.base.y*rt}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Ds*rt/2**t;this.arcs??=this.plan.arcs.map(r=>this.local(
r));let n=this.arcs.map(r=>qs(r,e)),o=(r,a)=>We(r,n[a],!0),i=(r,a)=>(a.forEach((c,l)=>We(r,n[V(c)],l===0,c<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({
outline:r})=>r.reduce(i,new Path2D)),area:T(r=>r.reduce((a,c)=>this.plan.units[c].outline.reduce(i,a),new Path2D)),borders:T(r=>Object.fromEntries(Object.entries(
r).map(([a,c])=>[a,c.reduce(o,new Path2D)])))})}return this.paths.get(t)},setView({missing:s,vintage:t}){String(s)===String(this.hatched)&&t===this.vintage||(Object.
assign(this,{hatched:s,vintage:t}),this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,max:n},ratio:o}=this,[i,r]=[n.y-e.y,F.step*Math.SQRT2];t.save(),t.
clip(s,"evenodd"),t.setTransform(o,0,0,o,-e.x*o,-e.y*o),t.setLineDash([]),t.strokeStyle=F.colour,t.lineWidth=F.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/
r)*r;a<n.x+n.y;a+=r)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+i,e.y);t.stroke(),t.restore()},drawBox(s){let{context:t,plan:{inset:e}}=this,[n,o,i,r]=this.local(e.box);
t.fillStyle="#eef1f3",t.strokeStyle="#4a545c",t.lineWidth=1/s,t.fillRect(n,r,i-n,o-r),t.strokeRect(n,r,i-n,o-r)},draw({blank:s=!1}={}){if(!this.begin(s))return;
let t=this.context,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/rt;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",
t.lineCap="round";let i=this.pathsAt(e),r=(b,w,y,g=[])=>{t.strokeStyle=w,t.lineWidth=y/o,t.setLineDash(g.map(x=>x/o)),t.stroke(b)},{subregions:a,districts:c,communes:l}=this.
shows;this.plan.inset&&this.drawBox(o),a&&(t.globalAlpha=this.opacity,i.fills.forEach((b,w)=>{t.fillStyle=this.plan.tinted[w].tint,t.fill(b,"evenodd")}),t.globalAlpha=
1),W(this.hatched)&&this.drawHatching(i.area(this.hatched));let{plan:h,vintage:d}=this,m=i.borders(d?Ce(d,h):h.borders);l&&d?r(m.commune,"#8a949c",1.1):l&&r(m.commune,
a?"#ffffff":"#c3cad0",1.1),c&&r(m.district,"#8a949c",1.2,[5,3]),a&&(r(m.subregion,"#4a545c",1.6),r(m.outline,"#4a545c",1.8))}});function Fs([s,t],[e,n,o,i]){let r=s[1]===
t[1],[a,c,l]=r?[s[1],[n,i],[e,o]]:[s[0],[e,o],[n,i]];if(a<=l[0]||a>=l[1])return[[s,t]];let h=d=>r?[d,a]:[a,d];return[[s,h(c[0])],[h(c[1]),t]]}function qs(s,t){let e=s.
length-2;if(e<4)return s;let n=new Uint8Array(s.length);n[0]=n[e]=1;for(let i=[0,e];i.length;){let r=i.pop(),a=i.pop(),[c,l]=[s[a],s[a+1]],[h,d]=[s[r]-c,s[r+1]-
l],m=Math.sqrt(h*h+d*d),[b,w]=[t*(m||1),0];for(let y=a+2;y<r;y+=2){let[g,x]=[s[y]-c,s[y+1]-l],v=m?Math.abs(g*d-x*h):Math.sqrt(g*g+x*x);v>b&&([b,w]=[v,y])}w&&(n[w]=
1,i.push(a,w,w,r))}let o=[];for(let i=0;i<=e;i+=2)n[i]&&o.push(s[i],s[i+1]);return o}function We(s,t,e,n=!1){let o=t.length-2;for(let i=0;i<=o;i+=2){let r=n?o-i:
i;i===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function Ie({bounds:[[s,t],[e,n]],inset:o}){let i=[1,.5,.25,.1,.05].find(g=>(e-s)/g>=3)||.05,r=L.
layerGroup(),a={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},c=g=>Math.floor(g/i)*i,l=o?.box.map(g=>g/N),h=(g,x,v)=>{r.addLayer(L.polyline(l?Fs(g,l):[g],
a));let p=document.createElement("span");p.textContent=x,r.addLayer(L.marker(v,{interactive:!1,keyboard:!1,icon:L.divIcon({className:"bk-degree",html:p,iconSize:null})}))},
d=(g,x)=>{let v=Math.round(g*60);return`${Math.floor(v/60)}°${String(v%60).padStart(2,"0")}′${x}`},[m,b]=[c(s),c(t)],[w,y]=[c(e)+i,c(n)+i];for(let g=b;g<=y+1e-9;g+=
i)h([[m,g],[w,g]],d(g,"E"),[w,g]);for(let g=m;g<=w+1e-9;g+=i)h([[g,b],[g,y]],d(g,"N"),[g,b]);return r}var ee=2,Hs=/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;async function Gs(s){let{map:t,plan:e,state:n,view:o,clusters:i}=s,{x:r,y:a}=t.getSize();
o.sharpen(ee);let c=Vs(t.getContainer());o.sharpen(null);let l=o.isWide()&&o.legendOpen;for(let x of c.querySelectorAll(`.leaflet-control-zoom, .bk-home, .bk-la\
yers${l?"":", .bk-legend"}`))x.remove();c.style.cssText+=`position: relative; width: ${r}px; height: ${a}px`;let h=u("style");h.textContent=[...document.querySelectorAll(
"head style")].map(({textContent:x})=>x).join("");let d=u("div",{class:"bk-picture",style:`width: ${r}px`},u("header",{},st(e,n),u("p",{class:"bk-horizon"},`${J(
e,n)}, ${mt(e,n)}`)),c,u("footer",{},l?null:u("div",{class:"bk-legend"},ot(e,n,i.scale())),nt(e,n.lang)));document.body.append(d);let m=d.offsetHeight;d.remove(),
d.prepend(h);let b=$("svg",{width:r,height:m,class:document.documentElement.className,style:`font-size: ${X()}px`},$("foreignObject",{width:"100%",height:"100%"},
d)),w=new Image,y=new XMLSerializer().serializeToString(b).replace(Hs,"");w.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(y)}`,await w.decode();let g=u(
"canvas",{width:ee*r,height:ee*m});return g.getContext("2d").drawImage(w,0,0,g.width,g.height),new Promise(x=>{g.toBlob(x,"image/png")})}function Vs(s){let t=s.
cloneNode(!0),e=s.querySelectorAll("canvas");t.querySelectorAll("canvas").forEach((n,o)=>{try{n.replaceWith(u("img",{src:e[o].toDataURL(),style:n.style.cssText,
class:n.className}))}catch{n.remove()}});for(let n of t.querySelectorAll("img, video, iframe, image"))se(n)&&n.remove();return t}function se(s){let t=s.src??s.href?.
baseVal;return t!==void 0&&!/^(data:|$)/.test(t)}async function Ue(s){let{lang:t,by:e}=s.state,n=s.layers.outside(),o=await Gs(s),i=P(null,f(t,"copy picture"),async()=>{
await navigator.clipboard.write([new ClipboardItem({"image/png":o})]),i.textContent=f(t,"picture copied")});te(t,"picture",[navigator.clipboard&&window.ClipboardItem?
i:null,P(null,f(t,"save picture"),()=>gt(o,`ccn-${e}.png`))],n.length?u("p",{},f(t,"not in picture",{names:n.join(", ")})):null,u("div",{class:"bk-scroll"},u("i\
mg",{src:URL.createObjectURL(o),alt:s.plan.title[t],class:"bk-whole"})))}var je={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},Bt=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(
Object.keys(je).map(i=>[i,!["graticule","without"].includes(i)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=Ie(this.plan));let n=t===
"graticule"?this.graticule:this.foreign.find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,
subregions:e,districts:n,communes:o,labels:i,districtNames:r,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.hidden=!t,
this.clusters.names.shows={clusters:i,districts:r,communes:o,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],o)=>({
key:`foreign${o}`,label:e,layer:window[n]})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}outside(){
let t=n=>n.getLayers?n.getLayers().flatMap(t):[n],e=n=>{let o=n.getContainer?.()||n.getElement?.();return o?[o,...o.querySelectorAll("*")]:[]};return this.foreign.
filter(({layer:n})=>n&&this.map.hasLayer(n)).filter(({layer:n})=>n instanceof L.TileLayer||t(n).flatMap(e).some(se)).map(({label:n})=>n)}showGround(){let t=this.
foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=c=>c[0].toLocaleUpperCase(
"vi")+c.slice(1),{districts:n,subregions:o,phases:i}=this.plan,r=[...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"],...i.some(({end:c})=>W(
U(this.plan,c)))?[]:["without"]];return[...Object.entries(je).filter(([c])=>!r.includes(c)).map(([c,l])=>({key:c,on:this.on[c],label:e(f(t,l))})),...this.foreign.
map(({key:c,label:l,layer:h})=>{let d=h?h instanceof L.GridLayer&&"network":"not loaded";return{key:c,on:!!h&&this.map.hasLayer(h),off:!h,label:d?`${l} (${f(t,d)}\
)`:l}})]}};var Zs=4,Nt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e)),t.map.on("zoomend",()=>this.
follow())}open(t,{focus:e=!0}={}){let{page:n}=this,{map:o,plan:i}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,
t===null||n.state.trying)return;let r=i.clusters[t];B(r,z(i,n.state))||n.set({by:i.phases[r.ha.findIndex(m=>m>0)].end});let{at:a,offset:c}=this.tip(r);this.openedFromList=
n.boxes.list.contains(document.activeElement);let l=this.clear(),h=_e(i,r,n.state.lang),d=Math.min(24*n.view.rem,o.getSize().x-l-60);this.cluster=this.show(a,h,
{maxWidth:d,minWidth:Math.min(18*n.view.rem,d),offset:c}),n.view.reveal(),e&&h.querySelector("h2").focus({preventScroll:!0})}clear(){let{view:t}=this.page;return t.
isWide()?t.padding(10).paddingTopLeft[0]:60}tip(t){let{map:e,plan:n,clusters:o,state:i}=this.page;if(!t.latlng)return{at:e.getCenter(),offset:[0,0]};let{x:r,y:a,
r:c}=o.disc(t,z(n,i));return{at:e.layerPointToLatLng([r,a]),offset:[0,-Math.ceil(Math.max(c,8)+Zs)]}}follow(){let{state:{cluster:t},plan:e}=this.page;if(t===null||
!this.cluster||!e.clusters[t].latlng)return;let{at:n,offset:o}=this.tip(e.clusters[t]);this.cluster.options.offset=o,this.cluster.setLatLng(n)}name(t,{focus:e=!0}={}){
let{plan:n,state:o}=this.page,i=n.communes.find(a=>L.latLngBounds(Z(a,n)).contains(t)&&xt(q(a,n),[t.lat,t.lng]));if(!i)return;let r=ze(n,i,o.lang,a=>this.page.set(
{cluster:a}),this.page.mode?.communeActions(i));this.from=document.activeElement,this.commune=this.show(t,r,{maxWidth:260}),e&&r.querySelector(".bk-act")?.focus(
{preventScroll:!0})}show(t,e,n){let o=L.popup({...n,autoPanPaddingTopLeft:[this.clear(),50]}).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().
querySelector(".leaflet-popup-close-button").setAttribute("aria-label",f(this.page.state.lang,"closed")),o}renew(){let t=e=>({focus:e.getElement().contains(document.
activeElement)});this.cluster&&this.open(this.page.state.cluster,t(this.cluster)),this.commune?.isOpen()&&this.name(this.commune.getLatLng(),t(this.commune))}closed(t){
let{map:e,state:n,boxes:o}=this.page;if(t===this.commune&&t.getElement().contains(document.activeElement)&&this.from.focus({preventScroll:!0}),t!==this.cluster||
n.cluster===null||this.reopening)return;let i=t.getElement().contains(document.activeElement);this.page.set({cluster:null});let r=o.list.querySelector(`[data-ke\
y="c${n.cluster}"]`);i&&(this.openedFromList&&r?r:e.getContainer()).focus({preventScroll:!0})}};var Ks=.5,De=60;function Ys(s,t){let{lang:e}=t,n=z(s,t),o=H(s,t),i=p=>p?E(e,Y(p)):"–",r=p=>[...p.map((k,M)=>i(k*n[M])),i(p.reduce((k,M,S)=>k+M*n[S],0))],a=(p,k,M)=>u(
"tr",{class:p},u("th",{scope:"row"},k),r(M).map(S=>u("td",{},S))),c=p=>s.phases.map((k,M)=>p.reduce((S,I)=>S+I.ha[M],0)),l=pt(s,t),h=p=>[`${p.id}. ${p.name}${p.
latlng?"":` (${f(e,"not placed")})`} `,p.became?Et(p.status,3):null],d=p=>et(s,t,{...s.units[p],[s.level]:p}),m=p=>s.clusters.findIndex(({units:k})=>k.includes(
p))>>>0,b=p=>l.filter(({units:k})=>k.includes(p)),w=s.units.map((p,k)=>k).filter(p=>b(p).length||s.level!=="commune"&&d(p)),y=p=>l.length>De?[]:p.map(k=>a("bk-c\
luster",h(k),k.ha)),g=s.level==="commune"&&l.length<=De,x=({communes:p})=>p.length?` · ${p.map(k=>D(s.communes[k],e)).join(", ")}`:null,v=g?l.map(p=>a("bk-clus\
ter",[...h(p),x(p)],p.ha)):w.sort((p,k)=>m(p)-m(k)).flatMap(p=>{let k=o.units[p].covered?"":` (${f(e,"no")})`;return[a("bk-district",D(s.units[p],e)+k,c(b(p))),
...y(b(p))]});return u("table",{},u("caption",{},`${J(s,t)}: ${f(e,"size").toLocaleLowerCase(e)}, ${mt(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,g?
"commune and cluster":s.level)),s.phases.map(p=>u("th",{scope:"col"},p.id)),u("th",{scope:"col"},f(e,"total")))),u("tbody",{},v,g?[]:y(l.filter(({units:p})=>!p.
length)),a("bk-total",f(e,"total"),c(l))))}function Fe(s,t,e){return[u("div",{class:"bk-sheet-column"},st(s,t),s.tried?u("ul",{class:"bk-told"},s.told(t.lang).map(
n=>u("li",{},n))):null,Ct(s,t),Ys(s,t),u("footer",{},nt(s,t.lang))),u("div",{class:"bk-sheet-legend"},ot(s,t,e))]}function Js(s){for(let t=1;s.scrollHeight>s.clientHeight&&
t>Ks;t-=.04)s.style.fontSize=`calc(${t} * var(--text))`}function qe({map:s,whole:t,sheet:e,parts:n,paint:o}){let i=null,r=u("style");document.head.append(r);let a=document.
documentElement,c=l=>{r.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener("beforeprint",()=>{
if(i)return;let l=s.getBounds();i={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,pan:!1});let h=l.
contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(...n()),Js(e.firstChild),
o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{i&&(a.classList.remove("bk-printing"),e.replaceChildren(),
o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(i.center,i.zoom,{animate:!1}),i=null)}),l=>{c(l),window.print()}}var Qs={tt:"thi tran",ttr:"thi tran",tx:"thi xa",tp:"thanh pho",h:"huyen",x:"xa",p:"phuong",q:"quan"},Xs=T(s=>{let t=(e,n,o,i,r=[])=>({kind:e,item:n,index:o,keys:i.
map(dt),places:r.map(dt)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t(
"district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`])),...s.vintages.flatMap(e=>Pt(e,s).filter(({isSame:n})=>!n).map(
(n,o)=>({...t("later",n,o,[n.name,`${n.unit} ${n.name}`]),year:e.year})))]}),tn=s=>dt(s).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"").replace(/^(t\.?tr?|tx|tp|[hxpq])(?:[. ]+(?=.)|(?=\d))/,
(t,e)=>`${Qs[e.replace(".","")]} `);function en(s,t,e=12){let[n,...o]=t.split(",").map(tn).filter(Boolean);if(!n)return[];let i=({item:a,places:c,year:l})=>o.every(
h=>[...c,l?"":dt(K(s,a).district?.name??"")].some(d=>d.includes(h))),r=({keys:a})=>a.includes(n)?0:a.some(c=>c.startsWith(n))?1:a.some(c=>` ${c}`.includes(` ${n}`))?
2:a.some(c=>c.includes(n))?3:4;return Xs(s).filter(({keys:a,places:c})=>[...a,...c].some(l=>l.includes(n))).filter(a=>!o.length||i(a)).map(a=>({...a,rank:r(a)+(a.
year?5:0)})).sort((a,c)=>a.rank-c.rank).slice(0,e)}function He(s,t,e){let n=f(t,s.districts.length?"search":"search without districts"),o=u("ul",{id:"bk-found",
role:"listbox","aria-label":n,hidden:!0}),i=u("span",{class:"bk-unseen",role:"status"}),r=[],a=-1,c=u("input",{type:"search",id:"bk-query",role:"combobox","aria\
-expanded":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),l=w=>{c.value=w.item.
name,d([]),e(w)},h=({kind:w,item:y,year:g})=>g?`${y.unit}, ${g}`:w==="district"?f(t,"district"):[w==="cluster"?f(t,"cluster"):y.unit,K(s,y).district?.name].filter(
Boolean).join(", ");function d(w){r=w,a=w.length?0:-1,o.replaceChildren(...w.map((y,g)=>u("li",{id:`bk-found-${g}`,role:"option","aria-selected":String(g===a),mousedown:x=>{
x.preventDefault(),l(y)}},u("strong",{},y.item.name),u("small",{},h(y))))),o.hidden=!w.length,c.setAttribute("aria-expanded",String(!!w.length)),m()}function m(){
[...o.children].forEach((w,y)=>w.setAttribute("aria-selected",String(y===a))),a>=0?c.setAttribute("aria-activedescendant",`bk-found-${a}`):c.removeAttribute("ar\
ia-activedescendant"),o.children[a]&&o.children[a].scrollIntoView({block:"nearest"})}c.addEventListener("input",()=>{d(en(s,c.value));let w=c.value.trim()&&!r.length;
i.textContent=w?f(t,"none found"):r.length?f(t,"found",{n:r.length}):"",b.dataset.none=w?f(t,"none found"):""}),c.addEventListener("keydown",w=>{if(w.key==="Arr\
owDown"||w.key==="ArrowUp"){w.preventDefault();let y=w.key==="ArrowDown"?1:-1;r.length&&(a=(a+y+r.length)%r.length),m()}else w.key==="Enter"&&r[a]?(w.preventDefault(),
l(r[a])):w.key==="Escape"&&d([]);w.stopPropagation()}),c.addEventListener("blur",()=>d([]));let b=u("div",{class:"bk-search",role:"search"},c,o,i);return b}function Ge(s){return{by:s.by,alone:!1,lang:s.lang,boundaries:s.shown,district:null,subregion:null,cluster:null,playing:!1,trial:null,link:null,trying:!1,before:!1}}
function Ve(s,t){let e=Ge(s),n=new URLSearchParams;return t.by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.boundaries!==
e.boundaries&&n.set("boundaries",t.boundaries??s.ownYear),t.district!==null&&n.set("district",s.districts[t.district].code),t.subregion!==null&&n.set("subregion",
s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),typeof t.link=="string"&&n.set("try",t.link),n.toString()}function Wt(s,t){
let e=new URLSearchParams(t.replace(/^#/,"")),n=Ge(s),o=(a,c,l)=>{let h=a.findIndex(d=>d[c]===e.get(l));return h<0?null:h},i=Number(e.get("by"));s.phases.some(a=>a.
end===i)&&(n.by=i),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang"));let r=Number(e.get("boundaries"));return r&&(r===s.ownYear||Q(s,r))&&(n.boundaries=
Q(s,r)?.year??null),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),n.subregion=n.district===null?o(s.subregions,"id","subregion"):null,
n.cluster=o(s.clusters,"id","cluster"),n.link=e.get("try"),n}var oe="#1c2329",sn="#ffffff",Ze=4;function Rt(s,t,e){for(let n of[!0,!1]){let o=t.filter(i=>i.dim===n);on(s,o.filter(({x:i,y:r,r:a,anchor:c})=>Math.hypot(i-c[0],
r-c[1])>=a),n),Se(s,o.filter(({cluster:i})=>i.method==="surveyed"));for(let i of o)ie(s,i,e)}}var nn=200,wt=8;function Ke(s,t,e,n){let o=new Set(t),i=new Map;for(let c of[
...e.filter(l=>!o.delete(l)),...o]){let[l,h]=[ne(c),i.get(c.point)??ne(c)];i.set(c.point,l.map((d,m)=>(m<2?Math.min:Math.max)(d,h[m])))}if(i.size>nn)return!1;let r=[
...i.values()];s.save(),s.beginPath();for(let[c,l,h,d]of r)s.rect(c,l,h-c,d-l);s.clip();for(let[c,l,h,d]of r)s.clearRect(c,l,h-c,d-l);let a=c=>r.some(l=>c[0]<l[2]&&
c[2]>l[0]&&c[1]<l[3]&&c[3]>l[1]);return Rt(s,e.filter(c=>a(ne(c))),n),s.restore(),!0}function ne({x:s,y:t,r:e,anchor:n}){let o=e+wt;return[Math.floor(Math.min(s-
o,n[0]-wt)),Math.floor(Math.min(t-o,n[1]-wt)),Math.ceil(Math.max(s+o,n[0]+wt)),Math.ceil(Math.max(t+o,n[1]+wt))]}function on(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=
oe,s.fillStyle=oe,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,anchor:i}of t)s.moveTo(n,o),s.lineTo(...i);s.stroke(),s.beginPath();for(let[n,o]of new Map(t.map(
({point:i,anchor:r})=>[i,r])).values())s.moveTo(n+2.2,o),s.arc(n,o,2.2,0,2*Math.PI);s.fill()}function ie(s,{x:t,y:e,r:n,radii:o,dim:i,cluster:r},a,c=!1){let l=(h,d)=>{
s.fillStyle=d,s.beginPath(),s.arc(t,e,h,0,2*Math.PI),s.fill()};s.globalAlpha=i&&!c?.22:1,c&&l(n+4,oe),c?l(n+1.5,sn):n>Ze&&l(n+A.outline,A.edge);for(let h=o.length-
1;h>=0;h--)o[h]>(o[h-1]||0)&&l(o[h],a[h].colour);n>Ze&&(!c||r.status==="withdrawn")&&ve(s,{x:t,y:e,r:n},r.status),s.globalAlpha=1}var rn=Math.PI*(3-Math.sqrt(5)),Ye=64,an=1-1e-6;function Xe(s,t,e=s.length>A.crowd){let[n,o]=[A.gap*t,A.open*t],i=new Map,r=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
i.has(d)||i.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let m=i.get(d);return m.discs+=1,m}),a=[];for(let l of i.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:o-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:m,r:b}]=[r[l],s[l]],w=h.discs>1?b+o:0,y=S=>w+A.step*
(b+n)*Math.sqrt(Math.max(S-1,0)),g=(S,I)=>{let O=S<2?Math.PI*(1-S):rn*S;return{x:d+I*Math.cos(O),y:m-I*Math.sin(O),r:b}},x=(S,I)=>I.every(O=>cn(S,O,n)),v=[],p=h.
next;for(;(p-h.next)%Ye===0&&(v=Je(h,y(p),y(p+Ye),b+n)),!x(g(p,y(p)),v);p++);h.discs>1&&(h.next=p);let[k,M]=[w,y(p)];v=M>k?Je(h,k,M,b+n):[];for(let S=0;M>k&&S<A.
halves;S++){let I=(k+M)/2;x(g(p,I),v)?M=I:k=I}c[l]=g(p,M),h.standing.push(c[l])}return c}function Je({x:s,y:t,standing:e},n,o,i){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<o+i+r.r&&a>n-i-r.r}).reverse()}var cn=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(an*(s.r+t.r+e))**2,It=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let i=Math.floor(t/this.cell);i<=Math.floor(n/this.cell);i++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(o/this.cell);r++)yield i*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(Qe(t,e))return!0;return!1}isNearest(t,e){let n=re(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&re(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=es(t,e,n);if(!o.length)return this.isNearest(t,e);let i=({disc:r})=>r?.x===t.x&&r?.y===t.y;return o.
every(r=>{for(let a of this.#t(r))if(!i(a)&&Qe(r,a))return!1;return!0})}*#t(t){for(let e of this.#e(t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(
t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},o=0){let i=n+o;this.add([t-i,e-i,t+i,e+i],{x:t,y:e,r:i})}};
function Qe(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||re(e,s)<e.r}function re({x:s,y:t},[e,n,o,i]){return Math.hypot(Math.min(
Math.max(s,e),o)-s,Math.min(Math.max(t,n),i)-t)}function ts(s,t,e,{paper:n=!1}={}){return s.map(o=>{let i=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,r=i(ln(o,e),a=>t.
isNearest(o,a));if(!r&&n&&s.length<=_.all_up_to&&(r=i(hn(o,e),a=>t.isJoined(o,a,e))),r)for(let a of[r,...es(o,r,e)])t.add(a);return r})}function ln({x:s,y:t,r:e,
width:n,height:o},i){let[r,a]=[e+_.beside*i,e+_.above*i],c=e*.7071+_.corner*i;return[[s+r,t-o/2],[s-n/2,t+a],[s-r-n,t-o/2],[s-n/2,t-a-o],[s+c,t+c],[s+c,t-c-o],[
s-c-n,t+c],[s-c-n,t-c-o]].map(([h,d])=>[h,d,h+n,d+o])}function hn({x:s,y:t,r:e,width:n,height:o},i){return Array.from({length:_.steps*_.ways},(r,a)=>{let c=e+_.
further*(1+Math.floor(a/_.ways))*i,l=2*Math.PI*(a%_.ways)/_.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+o/2)-o/2;return[h,d,h+n,d+o]})}function ae({x:s,
y:t,r:e},[n,o,i,r],a){let[c,l]=[Math.min(Math.max(s,n),i),Math.min(Math.max(t,o),r)],h=Math.hypot(c-s,l-t);if(h<=e+_.leader*a)return null;let d=e/h;return[[s+(c-
s)*d,t+(l-t)*d],[c,l]]}function es(s,t,e){let[n,o]=[ae(s,t,e),_.line*e];if(!n)return[];let[[i,r],[a,c]]=n;return Array.from({length:_.joints-1},(l,h)=>{let d=(h+
1)/_.joints,[m,b]=[i+(a-i)*d,r+(c-r)*d];return[m-o,b-o,m+o,b+o]})}function ss(s,[[t,e],[n,o]],{shrink:i=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/j.vertices),
c=s.map(m=>m.filter((b,w)=>w%a===0)),l=c.flat(),h=r?j.around:0,d=[];for(let m=1;m<j.spots;m++){let b=Array.from({length:j.spots-1+2*h},(w,y)=>{let g=[t+(n-t)*(m/
j.spots),e+(o-e)*((y+1-h)/j.spots)];return{at:g,within:xt(c,g)}});for(let[w,{at:y,within:g}]of b.entries()){if(!b.slice(Math.max(0,w-h),w+h+1).some(v=>v.within))
continue;let x=Math.min(...l.map(([v,p])=>Math.hypot((y[1]-p)*i/j.width,y[0]-v)));d.push({at:y,within:g,clear:Math.floor((g?x:-x)*1e6+.5)})}}return d.sort((m,b)=>b.
clear-m.clear)}function ns(s,[t,e],n,o,{always:i=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=j.clear*o,c=([h,d,m,b],w)=>s[w].within&&!n.hits([
h-a,d-a,m+a,b+a]),l=r.find(c)??r.find(h=>!n.hits(h))??(i?r.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var un="#1c2329",Ut="#56616a",dn="#a3261b",bt="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",os=400,fn=.9,is=s=>T((t,e)=>{let n=Z(
t,e);return ss(q(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[mn,pn]=[is(!1),is(!0)],jt=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=X()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:i,vintage:r,lang:a},
_map:c,zoomOfWhole:l},shows:h}=this,[d,m]=[[0,0],c.getSize()].map(O=>c.containerPointToLayerPoint(O));this.placed=[],this.leftOut=!1;let b=new It([d.x,d.y,m.x,m.
y]);for(let O of t)b.addDisc(O,A.outline);for(let O of this.covered(d))b.add(O);let w=`600 ${this.size(11.5)}px ${bt}`,y=O=>D(O,a).toLocaleUpperCase("vi"),g=W(i)||
n.level==="district"&&!h.districts?[]:i.map(O=>n.units[O]),x=h.districts&&(!r||r.districts)?n.districts.filter(O=>!g.includes(O)):[],v={around:!0,short:"✗"};this.
drawUnits("missing",g,O=>`✗ ${y(O)}`,w,b,dn,v);let p=new Set(e?[e]:[]);if(h.clusters)for(let O of t.filter(({dim:ct})=>!ct).slice(0,os))p.add(O);if(this.drawLabels(
[...p].map(O=>({...O,...this.label(O,O===e)})),b),this.drawUnits("district",x,y,w,b,Ut,{around:!!o}),h.without&&W(i)){let O=i.map(ct=>n.units[ct]);this.drawUnits(
"without",O,ct=>D(ct,a),`600 ${this.size(11)}px ${bt}`,b,Ut)}let k=r?Pt(r,n):n.communes,M=r&&k.length<=_.all_up_to;h.communes&&(M||c.getZoom()>l+fn)&&this.drawUnits(
"commune",k,({name:O})=>O,`400 ${this.size(11)}px ${bt}`,b,Ut);let{classList:S}=document.documentElement,I=S.contains("bk-names-left-out");S.toggle("bk-names-le\
ft-out",this.leftOut||t.length>os)!==I&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.layer._map.getContainer().getBoundingClientRect();return[...document.
querySelectorAll(".leaflet-control, .bk-sheet-legend, .bk-banner")].map(o=>o.getBoundingClientRect()).filter(({width:o})=>o).map(({left:o,top:i,right:r,bottom:a})=>[
o-n.left+t,i-n.top+e,r-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;ts(t,e,this.size(1),{paper:!!n}).forEach((i,r)=>{if(!i){this.leftOut=
!0;return}let a=ae(t[r],i,this.size(1));this.placed.push({kind:"cluster",of:t[r].cluster.id,box:i,line:a}),a&&(o.strokeStyle=Ut,o.lineWidth=this.size(1),o.beginPath(),
o.moveTo(...a[0]),o.lineTo(...a[1]),o.stroke());let{lines:c,lineHeight:l}=t[r];c.forEach(([h,d],m)=>this.text(h,i[0],i[1]+l*m,d,un))})}size(t){let{print:e}=this.
layer;return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:i}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${bt}`]];
if(n){let h=t.ha.filter((d,m)=>d*o[m]>0).map(d=>E(i,d));a.push([h.join(" + "),`400 ${r-1.5}px ${bt}`])}let c=r*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,
d)));return{lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,o,i,r,{around:a=!1,short:c=""}={}){let{plan:l,_map:h}=this.layer,d=h.getBounds(),[m,
b]=[2,this.size(15)];for(let w of e.filter(y=>d.intersects(Z(y,l)))){let y=(a?pn:mn)(w,l).map(({at:p,within:k})=>({...h.latLngToLayerPoint(p),within:k})),g=(p,k=!1)=>(x=
p,ns(y,[this.widthOf(p,o)+2*m,b],i,this.size(1),{always:k})),x="",v=g(n(w))??(c?g(c)??g(c,!0):null);if(!v){this.leftOut=!0;continue}this.placed.push({kind:t,of:w.
code,box:v}),this.text(x,v[0]+m,v[1],o,r)}}text(t,e,n,o,i){let r=this.layer.context;r.font=o,r.textBaseline="top",r.lineJoin="round",r.lineWidth=4,r.strokeStyle=
"rgba(255,255,255,0.92)",r.strokeText(t,e,n),r.fillStyle=i,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||(this.layer.context.font=e,this.widths.
set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var gn=12,rs=12,cs=it.extend({options:{pane:"bkClusters"},initialize(s,t){it.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],vintage:null,lang:"vi"},this.hidden=!1,this.active=-1,this.names=new jt(this),this.named=!1,this.pictures=new Map,this.outdated=new Map;
let e=new Map;this.worldOf=T(i=>(e.has(String(i))||e.set(String(i),as(i)),e.get(String(i))));let[n,o]=s.bounds.map(as);this.zoomOfWhole=Math.log2(A.whole/Math.max(
o.x-n.x,n.y-o.y)),this.take(s)},take(s){this.plan=s,this.isCrowd=s.clusters.length>A.crowd;for(let[o,i]of this.pictures)this.outdated.set(o,i);this.pictures.clear(),
this.isCrowd||(this.away=null),this.active=-1,this.all=new Map(s.clusters.map((o,i)=>[o,i]));let t=this.order??[],e=new Set(t.filter(o=>this.all.has(o))),n=s.clusters.
filter(o=>o.latlng&&!e.has(o));this.unsettled=new Set([...t.filter(o=>!e.has(o)),...n].map(({latlng:o})=>this.worldOf(o))),this.order=[...e,...n].sort((o,i)=>ce(
i)-ce(o)||this.all.get(o)-this.all.get(i))},setView(s){Object.assign(this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,
e=Math.min(A.most_growth,Math.max(A.least_growth,2**(t/2)));return Math.min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(r=>L.
CRS.EPSG3857.latLngToPoint(L.latLng(r),s)),n=[0,0,0,0],[o,i]=[this.plan.phases.map(()=>1),this.scale(s)];for(let r of this.isCrowd?[]:this.order){let{x:a,y:c,r:l}=this.
disc(r,o,s,{x:0,y:0},i);[t.x-a+l,e.y-c+l,a+l-e.x,c+l-t.y].forEach((d,m)=>{n[m]=Math.max(n[m],d)})}return n},offsets(s,t){let e=this.isCrowd?1:2**s/t,n=this.away?.
units!==e;if(n)this.away=Object.assign(new WeakMap,{units:e});else if(!this.unsettled.size)return this.away;let o=r=>{let a=r.map(l=>{let{x:h,y:d}=this.worldOf(
l.latlng);return{x:h*e,y:d*e,r:Math.sqrt(ce(l))}}),c=Xe(a,1/this.plan.scale,this.isCrowd);r.forEach((l,h)=>this.away.set(l,[c[h].x-a[h].x,c[h].y-a[h].y]))},i=new Map;
for(let r of this.order){let a=this.isCrowd?this.worldOf(r.latlng):null;!n&&!this.unsettled.has(a)||(i.has(a)?i.get(a).push(r):i.set(a,[r]))}return i.forEach(o),
this.unsettled.clear(),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let i=this.worldOf(s.latlng),r=this.
offsets(e,o).get(s),a=2**e,[c,l]=[i.x*a-n.x,i.y*a-n.y],h=tt(s.ha,t,o);return{x:c+r[0]*o,y:l+r[1]*o,r:h.at(-1),radii:h,anchor:[c,l],point:i,offset:r}},at(s){let t=null,
e=1/0;for(let{cluster:n,x:o,y:i,r}of this.drawn.discs){let a=Math.hypot(s.x-o,s.y-i);a<=Math.max(r,gn)&&a/r<e&&(t=n,e=a/r)}return t},draw({blank:s=!1}={}){if(s)
for(let r of[this.pictures,this.outdated])r.clear();if(!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.weights),{min:n}=this.
_bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):Rt(this.context,t,this.plan.phases);let i=t.find(({cluster:r})=>this.all.get(r)===this.
active);i&&ie(this.context,i,this.plan.phases,!0),this.drawn={discs:t,active:i},this.print||this.named&&!e?this.names.draw(t,i):this.named&&this.nameLater()},drawSoon(){
this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=lt(()=>this.name())},name(){this.named=!0,this.context&&
(this.names.draw(this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))},discs(s,t=[]){let{min:e,max:n}=this._bounds,o=this._map.
getZoom(),i=this._map.getPixelOrigin(),r=this.scale(),a=this.offsets(o,r),c=[],l=0;for(let h of this.order){for(;t[l]&&t[l].cluster!==h&&!this.all.has(t[l].cluster);)
l++;let d=t[l]?.cluster===h?t[l++]:null;if(d?.offset.every((g,x)=>g===a.get(h)[x])){c.push(d);continue}let m=this.disc(h,s,o,i,r),{x:b,y:w,r:y}=m;!y||b+y<e.x||b-
y>n.x||w+y<e.y||w-y>n.y||(m.cluster=h,m.dim=!this.view.selected(h),c.push(m))}return c},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.
pictures.get(t);let e=Number.isInteger(this.ratio)&&!this.print&&this.outdated.get(t),n={discs:this.discs(s,e?e.discs:[]),canvas:null};if(n.discs.length<=A.crowd||
this.print)return n;if(e&&Ke(e.canvas.getContext("2d"),e.discs,n.discs,this.plan.phases))n.canvas=e.canvas;else{n.isNew=!0,n.canvas=document.createElement("canv\
as"),n.canvas.width=this._container.width,n.canvas.height=this._container.height;let o=n.canvas.getContext("2d");o.setTransform(this.context.getTransform()),Rt(
o,n.discs,this.plan.phases)}return this.outdated.delete(t),s.every(Number.isInteger)&&this.pictures.size<rs&&this.pictures.set(t,n),n},foresee(){if(this._map?.dragging.
moving()){this.later(()=>this.foresee());return}let{phases:s}=this.plan,e=s.map(({end:i})=>s.map(r=>+(r.end<=i))).find(i=>!this.pictures.has(`${i} ${this.view.selection}`));
if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=rs)return;let{canvas:n,isNew:o}=this.picture(e);n&&(o&&n.getContext("2d").getImageData(0,0,1,1),
this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),ce=T(s=>B(s,s.ha.map(()=>1))),as=s=>L.CRS.EPSG3857.latLngToPoint(
L.latLng(s),0);var wn=350,ls=60,le={x:48,y:136},bn=760,at=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=X(),this.still=window.matchMedia("(prefers-reduced-motion: r\
educe)");for(let[o,i]of[["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:i,pointerEvents:"none"});t.attributionControl.setPrefix(
"Leaflet"),this.legendOpen=this.isWide(),this.backdrop=new Re(e),this.clusters=new cs(e),this.fitWhole(!1),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8).extend(
t.getBounds().pad(1))),Object.assign(this.backdrop,{hatched:n.missing,vintage:n.vintage}),this.clusters.setView(n),this.clusters.isCrowd||(this.clusters.options.
padding=0),this.clusters.addTo(t),requestAnimationFrame(()=>requestAnimationFrame(()=>{this.clusters._map&&(this.backdrop.addTo(t),!this.clusters.isCrowd&&(delete this.
clusters.options.padding,this.clusters._update()))}))}take(t){this.plan=t,this.clusters.take(t)}isShown(){let{x:t,y:e}=this.map.getSize();return Math.min(t,e)>=
ls}hasSize(){let{clientWidth:t,clientHeight:e}=this.map.getContainer();return Math.min(t,e)>=ls}isWide(){return this.map.getSize().x>bn}padding(t){let e=this.isWide()&&
this.legendOpen?this.rem*17:0,n=this.plan.inset?this.rem*7:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t+n]}}boundsOf(t){return t?Z(t,this.plan):this.
plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[o,i],paddingBottomRight:[r,a]}=this.padding(8);if(e.options.minZoom=0,!this.isShown()){
e.setView(L.latLngBounds(n).getCenter(),8,{animate:!1});return}let[c,l,h,d]=[0,0,0,0],m=null;for(let w=0;w<3;w++){let y=m;if(m=e.getBoundsZoom(n,!1,L.point(o+c+
r+h,i+l+a+d)),m===y)break;[c,l,h,d]=this.clusters.beyond(m)}let b=w=>({paddingTopLeft:[o+c+w,i+l],paddingBottomRight:[r+h,a+d],animate:t});e.fitBounds(n,b(this.
isUnderButtons(n,b(0))?le.x:0)),e.options.minZoom=m-1.5}isUnderButtons(t,e){let{map:n,clusters:o,plan:i}=this;if(this.isWide()||o.isCrowd)return!1;let{center:r,
zoom:a}=n._getBoundsCenterZoom(t,e),c=n.project(r,a).subtract(n.getSize().divideBy(2));return o.order.some(l=>{let{x:h,y:d,r:m}=o.disc(l,i.phases.map(()=>1),a,c,
o.scale(a));return h-m<le.x&&d-m<le.y})}zoomTo(t,e=!this.still.matches){!t||!this.isShown()?this.fitWhole(e):e?this.map.flyToBounds(this.boundsOf(t),{...this.padding(
24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e})}zoomToCommune(t){this.map.fitBounds(this.boundsOf(t),{...this.padding(60),
maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();t>=0&&e<=window.innerHeight||this.map.getContainer().
scrollIntoView({block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),this.outlined=t&&L.polygon(q(t,this.plan),{interactive:!1,
fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.active=t,this.clusters.drawSoon())}show({weights:t,...e},n){
cancelAnimationFrame(this.frame),this.backdrop.setView(e);let o=n||this.still.matches;this.clusters.setView(o?{weights:t,...e}:e),o||this.grow(t)}grow(t){let e=this.
clusters.view.weights;if(t.every((i,r)=>i===e[r]))return;let n=performance.now(),o=i=>{let r=Math.min(1,Math.max(0,(i-n)/wn));this.clusters.setView({weights:t.map(
(a,c)=>e[c]+(a-e[c])*r)}),r<1&&(this.frame=requestAnimationFrame(o))};this.frame=requestAnimationFrame(o)}sharpen(t){for(let e of[this.backdrop,this.clusters])e.
sharp=t,e._update();t&&this.clusters.isCrowd&&this.clusters.names.draw(this.clusters.drawn.discs,this.clusters.drawn.active)}paint(t,e){this.show(e,!0),this.backdrop.
addTo(this.map).paint(t),this.clusters.paint(t)}};var yn=document.currentScript,[hs,us]=[15001,32e3],ds=Array.from({length:94},(s,t)=>String.fromCharCode(33+t)).filter(s=>!'"&<'.includes(s)).join("");async function fs(){
let{bkgis:s}=window;if(!s.Mode){let t=new TextEncoder().encode(yn.textContent.slice(hs,hs+us)),{length:e}=t,n=Uint8Array.of(120,218,0,e,e>>8,~e,~e>>8),o=xn(document.
getElementById("bk-mode").textContent),i=new Blob([n,t,o]).stream().pipeThrough(new DecompressionStream("deflate")),r=document.createElement("script");r.textContent=
(await new Response(i).text()).slice(us),document.head.append(r)}return s}function xn(s){let t=[],[e,n]=[0,0];for(let o=0;o<s.length;o+=2)for(e=e<<13|ds.indexOf(
s[o])+91*ds.indexOf(s[o+1]),n+=13;n>=8;)t.push(e>>(n-=8)&255);return Uint8Array.from(t)}var kn=1600,vn=["head","verdict","timeline","tools","search","summary","list","source","sheet"],he=class{constructor(t){this.map=t,this.original=ge(JSON.parse(document.
getElementById("bk-plan").textContent)),this.plan=this.original,Lt(this.plan.words),this.asked=location.hash,this.state=Wt(this.plan,this.asked),this.boxes=Object.
fromEntries(vn.map(e=>[e,document.getElementById(`bk-${e}`)])),this.view=new at(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new Bt(t,
this.plan,this.view),this.controls=new _t(this),this.popups=new Nt(this),this.print=qe({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),
sheet:this.boxes.sheet,parts:()=>Fe(this.plan,this.state,this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.
zoomToSelection(!1),this.ready=new Promise(e=>{lt(()=>{this.renderWords(),this.view.outline(this.selectedUnit()),this.showPanel(),this.clusters.isCrowd?this.clusters.
nameLater():this.clusters.name(),e(this.follow())})})}listen(){let{map:t,view:e}=this;t.on("click",({layerPoint:n,latlng:o})=>{let i=this.clusters.at(n);i?this.
set({cluster:this.plan.clusters.indexOf(i)}):this.popups.name(o)}),t.on("mousemove",({layerPoint:n})=>{if(t.dragging.moving())return;let o=this.clusters.at(n);t.
getContainer().style.cursor=o?"pointer":"",e.highlight(this.plan.clusters.indexOf(o))}),t.on("mouseout",()=>e.highlight(-1)),t.on("zoomend",()=>this.controls.renderLegend()),
t.on("movestart",()=>{this.moved||=!this.fitting}),new ResizeObserver(()=>{if(document.documentElement.classList.contains("bk-printing")||!e.hasSize())return;let n=!e.
isShown(),{x:o,y:i}=t.getSize(),{clientWidth:r,clientHeight:a}=t.getContainer();o===r&&i===a||(this.fit(()=>t.invalidateSize({animate:!1})),n&&e.isWide()&&this.
controls.openLegend(),(n||!this.moved)&&this.zoomToSelection(!1),n&&this.popups.follow())}).observe(t.getContainer()),window.addEventListener("hashchange",({newURL:n})=>{
clearInterval(this.timer);let{trial:o,trying:i}=this.state;this.asked=new URL(n).hash,this.popups.open(null),this.state={...this.state,...Wt(this.plan,this.asked),
trial:o,trying:i},this.renderWords(),this.show(),this.zoomToSelection(!1),this.ready=this.follow()}),document.addEventListener("keydown",n=>{n.key==="Escape"&&!n.
target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.metaKey)&&(n.key==="A\
rrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let{state:e,plan:n}=this;this.state={...e,...t},this.mode?.replan("cluster"in t),t.lang&&t.
lang!==e.lang&&this.renderWords(),ms(this.plan,e)!==ms(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster?this.
popups.open(t.cluster):n!==this.plan||"trying"in t?this.popups.renew():this.popups.follow()}async tryChanges(){await this.unpack(),this.mode.toggle()}async unpack(){
let{Mode:t}=await fs();this.mode??=new t(this)}async follow(){this.canTry()&&(this.mode||this.state.link||this.plan.changes)&&(await this.unpack(),this.mode.follow());
let{cluster:t}=this.state.cluster===null?Wt(this.plan,this.asked):this.state;t===this.state.cluster?this.popups.open(t):this.set({cluster:t})}canTry(){return"ta\
rgets"in this.original}take(t){this.plan=t,this.view.take(t),this.layers.plan=t,this.stale=!0;for(let e of document.querySelectorAll("dialog"))e.close()}select({
district:t=null,subregion:e=null}){let{state:n}=this,o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:{district:t,subregion:e}),this.
zoomToSelection(),this.view.reveal()}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){
this.moved=!1,this.fit(()=>this.view.zoomTo(this.selectedUnit(),t))}fit(t){this.fitting=!0,t(),this.fitting=!1}step(t){let e=this.plan.phases.map(o=>o.end),n=e[e.
indexOf(this.state.by)+t];n!==void 0&&this.set({by:n})}play(){if(this.state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.
map(e=>e.end);this.set({playing:!0,by:t[0]}),this.timer=setInterval(()=>{this.state.by===t.at(-1)?this.play():this.step(1)},kn)}findUnit(t){let{plan:e}=this;e.level===
"commune"?this.found({kind:"commune",item:e.communes[t]}):this.select({[e.level]:t}),this.view.reveal()}found({kind:t,item:e,index:n,year:o}){t==="district"?(this.
set({district:n,subregion:null}),this.zoomToSelection()):t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(o&&this.set({boundaries:o}),this.view.
zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(e)).getCenter()),this.view.outline(e))}shown(t=this.plan){let{state:e}=this;return{weights:z(
t,e),selected:n=>et(t,e,n),selection:`${e.district} ${e.subregion}`,missing:U(t,e.by),vintage:Q(t,e.boundaries),lang:e.lang}}show(){let{isCrowd:t}=this.clusters;
this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t),t?this.ready=this.showPanelLater():this.showPanel()}showPanelLater(){return this.later??=new Promise(
t=>{lt(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){let{plan:t,state:e,boxes:n}=this;this.stale&&this.renderPlan(),R(n.verdict,Ct(t,e,o=>this.
findUnit(o))),this.live?.show(e),this.sums?.show(e),R(n.list,Te(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)})),this.mode?.render();try{let o=Ve(
t,e);history.replaceState(null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.documentElement.
lang=o;let i=this.map.getContainer();i.setAttribute("role","region"),i.setAttribute("aria-label",f(o,"map")),this.live=new G,R(n.tools,Le(o,{speak:r=>this.set({
lang:r}),table:()=>Ne(this.plan,this.state),picture:()=>Ue(this),print:this.print})),R(n.timeline,Oe(t,o,this.live,{set:r=>this.set(r),play:()=>this.play(),tryChanges:this.
canTry()?()=>this.tryChanges():null})),this.live.show(e),R(n.source,nt(t,o)),this.controls.render(),this.renderPlan(),this.popups.renew()}renderPlan(){let{plan:t,
state:e,boxes:n}=this,{lang:o}=e;this.stale=!1,document.title=t.title[o],R(n.head,st(t,e)),this.sums=new G,R(n.summary,Ee(t,o,this.sums,{select:i=>this.select(i)})),
this.sums.show(e),R(n.search,He(t,o,i=>this.found(i))),this.controls.renderLegend()}addForeign(t){this.layers.addForeign(t),this.controls.renderLayers()}};function ms(s,{
district:t,subregion:e,by:n,boundaries:o}){return[t,e,o,W(U(s,n)),U(s,n).length>0].join(" ")}function Sn(s){return new he(s)}return xs($n);})();
